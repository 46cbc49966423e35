"""JSON Schemas for editors and pages for readers, both written from the models."""
