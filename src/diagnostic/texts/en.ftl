level-error = error
level-warning = warning
level-why = why
level-fix = fix
did-you-mean = Did you mean “{ $nearest }”?
