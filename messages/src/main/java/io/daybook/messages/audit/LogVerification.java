package io.daybook.messages.audit;

import java.util.List;

/**
 * Asks whether the log is what it was: walks its hash chain and compares it with checkpoints, those
 * that lie with it and those given; trusts the given keys, without any those that lie with the log.
 * Answered by a stream of {@link LogVerificationStep}.
 */
public record LogVerification(List<String> checkpoints, List<String> keys) {}
