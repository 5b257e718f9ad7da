package io.github.appkeys.core.reason;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * A page that explains the reasons, such as a copy of {@code docs/errors.md}, with an anchor for each.
 *
 * @param url absolute, http or https, without a fragment
 */
public record ErrorPage(String url) {

    /** Whatever was kept; empty where it is none or is not such an address, since an answer never fails by it. */
    public static Optional<ErrorPage> of(String url) {
        try {
            URI uri = new URI(url == null ? "" : url);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && uri.getFragment() == null && uri.toASCIIString().equals(url)
                    ? Optional.of(new ErrorPage(url)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** What RFC 6749, section 5.2, calls {@code error_uri}. Tells no more than the answer itself may. */
    public String uri(Reason reason) {
        return url + "#" + reason.anchor();
    }
}
