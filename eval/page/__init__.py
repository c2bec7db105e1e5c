"""A report as one HTML file that needs nothing else: measures, pictures, and every miss with what stands behind it."""
