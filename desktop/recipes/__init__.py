"""What was learnt: recipes of forms, and what answers taught."""
