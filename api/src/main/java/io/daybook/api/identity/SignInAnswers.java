package io.daybook.api.identity;

import io.daybook.api.platform.Answers;
import io.daybook.api.platform.security.Cookies;
import io.daybook.api.platform.security.Tokens;
import io.daybook.messages.identity.SignedIn;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ServerWebExchange;

/** Hands out the tokens of a session: in cookies to browsers, in the body to others. */
final class SignInAnswers {

    private final Tokens tokens;
    private final Cookies cookies;

    SignInAnswers(Tokens tokens, Cookies cookies) {
        this.tokens = tokens;
        this.cookies = cookies;
    }

    ResponseEntity<SignInAnswer> inCookies(
            ServerWebExchange exchange, SignedIn signedIn, long position) {
        cookies.give(exchange, signedIn);
        return answer(
                new SignInAnswer(null, null, null, life(signedIn), signedIn.sessionId()), position);
    }

    ResponseEntity<SignInAnswer> inBody(SignedIn signedIn, long position) {
        return answer(
                new SignInAnswer(
                        tokens.access(signedIn),
                        tokens.refresh(signedIn),
                        "Bearer",
                        life(signedIn),
                        signedIn.sessionId()),
                position);
    }

    private long life(SignedIn signedIn) {
        return tokens.accessLife(signedIn).toSeconds();
    }

    private static ResponseEntity<SignInAnswer> answer(SignInAnswer body, long position) {
        return Answers.at(HttpStatus.OK, position).cacheControl(CacheControl.noStore()).body(body);
    }
}
