"""Whether what is written in a file agrees with itself and with everything that it names."""
