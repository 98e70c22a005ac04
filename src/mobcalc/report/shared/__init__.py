"""What answers share: their basis, the household, figures of look-ups, chances."""
