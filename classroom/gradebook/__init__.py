"""The gradebook: from what students did to a mark of which every point says where it comes from."""
