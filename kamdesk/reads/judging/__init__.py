"""What stands beside the rep's judgement of an account: loyalty, dangers, stages, rivals."""
