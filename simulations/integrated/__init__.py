"""The integrated system: what happens to a firm whose service knows how many customers it has."""
