"""What analyses return: frozen, complete, free of presentation. JSON is written from these as they stand.

Every field that holds an amount says its unit, so that writers know how to round it.
"""
