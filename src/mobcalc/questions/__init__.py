"""Each question has the name of its command: assumptions given as arguments in, one frozen result out.

Helpers begin with the name of the question they help; `notices` and `basis` are of all.
"""
