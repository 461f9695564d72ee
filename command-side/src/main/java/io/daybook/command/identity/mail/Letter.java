package io.daybook.command.identity.mail;

/** What a mail says, and to whom. */
record Letter(String recipient, String subject, String body) {}
