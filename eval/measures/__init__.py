"""What is measured of one answer: found, cited, said, refused; each a pure function with its formula and source.

Below, C are the passages that the answer cites, in order, H its hits by rank, G the gold units (of several sets that
are equally right, the one that the citations meet best), A every unit that may be cited. "Is" is `Matcher.is_unit`.
"""
