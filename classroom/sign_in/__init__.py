"""How students of a class come in: number and name are matched, a PIN is set, a device is remembered."""
