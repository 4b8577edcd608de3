"""The use cases: one transaction each, no Qt; every one that writes returns what it changed."""
