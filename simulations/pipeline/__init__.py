"""The operational system: a sales pipeline, in which deals advance a stage, are lost, or stay."""
