"""Speed as ratios within one run: `python -m benchmarks.NAME FOLDER`. Not shipped, not tested for time."""
