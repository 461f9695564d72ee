package io.daybook.api.mcp.postgres;

import java.security.GeneralSecurityException;
import java.security.KeyStore;

import javax.net.ssl.TrustManagerFactory;

/** The authorities that the Java platform trusts, read from its files once. */
final class Authorities {

    private Authorities() {}

    static TrustManagerFactory usual() {
        return Read.ONCE;
    }

    private static final class Read {

        static final TrustManagerFactory ONCE = read();

        private static TrustManagerFactory read() {
            try {
                TrustManagerFactory factory =
                        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                factory.init((KeyStore) null);
                return factory;
            } catch (GeneralSecurityException broken) {
                throw new IllegalStateException(
                        "The platform's authorities cannot be read", broken);
            }
        }
    }
}
