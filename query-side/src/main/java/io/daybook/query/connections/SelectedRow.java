package io.daybook.query.connections;

import java.util.UUID;

/** A row of selected connections: which one a person works with. */
record SelectedRow(UUID ownerId, UUID connectionId) {}
