package io.daybook.messages.audit;

/** How many sessions are alive on a kind of device. */
public record DeviceCount(String device, long sessions) {}
