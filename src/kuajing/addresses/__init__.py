"""What a JDBC URL, broker list, bucket URI or placeholder says, credentials gone."""
