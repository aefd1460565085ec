"""What stands beside the rep's own judgement: components with their figures, never one score, never a stage moved."""
