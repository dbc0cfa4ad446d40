"""Tables, engine, migrations and queries: nobody else writes SQL."""
