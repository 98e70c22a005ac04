"""From results to text: neutral tables, then one small file per format. Nothing is computed here."""
