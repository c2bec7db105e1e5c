"""A question becomes an Answer: understood, searched, quoted or refused, and shown in terminal and browser."""
