package dev.rollcall.database;

/// The server that holds the data: our own child process or one that somebody else runs.
sealed interface DatabaseServer extends AutoCloseable permits EmbeddedDatabase, ExternalDatabase {

    /// The JDBC address of the schema.
    String url();

    String user();

    String password();

    /// How often it died and was started again by us since the start.
    int restarts();

    /// Lets go of the server; to be called when nobody uses it any more.
    @Override
    void close();
}
