// TimeExpressions
