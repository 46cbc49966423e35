"""How each field is handed on to other platforms, one module a field."""
