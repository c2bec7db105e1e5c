"""PDF with a text layer, by the geometry of its text."""
