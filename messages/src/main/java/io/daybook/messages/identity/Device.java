package io.daybook.messages.identity;

/**
 * What a client tells of itself at sign-in: the device class, browser and operating system read
 * from its User-Agent, and its address.
 */
public record Device(String name, String browser, String operatingSystem, String address) {}
