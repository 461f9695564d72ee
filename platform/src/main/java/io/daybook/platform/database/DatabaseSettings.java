package io.daybook.platform.database;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the database is: a JDBC URL of PostgreSQL 15 or newer, and how many connections each pool
 * may open.
 */
@ConfigurationProperties("daybook.database")
public record DatabaseSettings(
        String url,
        String username,
        String password,
        @DefaultValue("16") int writers,
        @DefaultValue("8") int readers) {}
