"""Where endpoints meet systems and names meet datasets."""
