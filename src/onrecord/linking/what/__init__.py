"""Statements → what they put forward, as it can be compared: words with their polarity, whom it is about, a
vector and its aspects."""
