package io.daybook.messages.audit;

import java.util.List;

/**
 * How the installation stands: people with an account, sessions that are alive by the kind of their
 * device, events in the log before the time asked for, bytes of the log and of the whole database,
 * what happened in each hour, and how the number of sessions changed (UTC; hours in which nothing
 * happened are left out).
 */
public record SystemFigures(
        long people,
        List<DeviceCount> sessions,
        long eventsBefore,
        long logBytes,
        long databaseBytes,
        List<HourCount> hours,
        List<SessionChange> sessionChanges) {}
