package io.daybook.api.platform.security;

import io.daybook.api.platform.Caller;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

import java.io.Serial;
import java.time.Instant;
import java.util.Objects;

/** A {@link Caller} as Spring Security knows one, and until when the token proves it. */
public final class CallerAuthentication extends AbstractAuthenticationToken {

    @Serial private static final long serialVersionUID = 1L;

    private final transient Caller caller;
    private final Instant until;

    CallerAuthentication(Caller caller, Instant until) {
        super(AuthorityUtils.createAuthorityList("ROLE_" + caller.role()));
        this.caller = caller;
        this.until = until;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    /** When the token expires. */
    public Instant until() {
        return until;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CallerAuthentication same
                && caller.equals(same.caller)
                && until.equals(same.until);
    }

    @Override
    public int hashCode() {
        return Objects.hash(caller, until);
    }
}
