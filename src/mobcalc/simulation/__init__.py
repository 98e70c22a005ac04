"""Lives drawn at random: what every pathway is worth in each, and the chances that follow."""
