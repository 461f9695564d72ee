package io.daybook.messages.audit;

import java.util.List;

/**
 * The name of the log, the public keys of its checkpoints (the one in use first), and a page of
 * checkpoints.
 */
public record LogCheckpointPage(String origin, List<String> keys, List<LogCheckpoint> items) {}
