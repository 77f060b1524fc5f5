package dev.rollcall.database;

/// A server that somebody else runs. Nothing is done to it but the migration of the schema in its
/// address.
record ExternalDatabase(String url, String user, String password) implements DatabaseServer {

    /// A record would print its password.
    @Override
    public String toString() {
        return "ExternalDatabase[url=%s]".formatted(url);
    }

    @Override
    public int restarts() {
        return 0;
    }

    @Override
    public void close() {
        // Its life is not ours.
    }
}
