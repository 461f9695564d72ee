package io.daybook.platform.postgres;

/**
 * How an embedded server is run.
 *
 * @param durable whether what was committed survives the death of the machine
 * @param sharedBuffersMegabytes memory for pages
 * @param maxConnections most connections at a time
 */
record ServerSettings(boolean durable, int sharedBuffersMegabytes, int maxConnections) {

    /** For data that matters. */
    static final ServerSettings KEPT = new ServerSettings(true, 96, 200);

    /** For tests, whose data ends with them. */
    static final ServerSettings THROWN_AWAY = new ServerSettings(false, 64, 300);

    /**
     * The configuration file. Only TCP on loopback, no socket in a folder that others can see; no
     * statements, values or keys in the server's own log.
     */
    String configuration(int port) {
        return """
        # Written by Daybook at each start; settings of your own go into ../postgresql.local.conf
        listen_addresses = '127.0.0.1'
        port = %d
        unix_socket_directories = ''
        password_encryption = 'scram-sha-256'
        max_connections = %d
        shared_buffers = '%dMB'
        %s
        # nobody replicates it: an index is written once, to its file
        wal_level = minimal
        max_wal_senders = 0
        max_wal_size = '512MB'
        min_wal_size = '64MB'
        checkpoint_timeout = '15min'
        jit = off
        TimeZone = 'UTC'
        log_timezone = 'UTC'
        lc_messages = 'C'
        logging_collector = on
        log_directory = '../log'
        log_filename = 'postgres-%%a.log'
        log_rotation_age = '1d'
        log_rotation_size = 0
        log_truncate_on_rotation = on
        log_min_messages = warning
        log_checkpoints = off
        log_error_verbosity = terse
        log_min_error_statement = panic
        log_parameter_max_length = 0
        log_parameter_max_length_on_error = 0
        include_if_exists = '../postgresql.local.conf'
        """
                .formatted(port, maxConnections, sharedBuffersMegabytes, durability());
    }

    private String durability() {
        return durable
                ? "fsync = on\nsynchronous_commit = on"
                : "fsync = off\nsynchronous_commit = off\nfull_page_writes = off";
    }
}
