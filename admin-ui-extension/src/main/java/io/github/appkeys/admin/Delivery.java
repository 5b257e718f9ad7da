package io.github.appkeys.admin;

import io.github.appkeys.admin.access.AdminCall;
import io.github.appkeys.admin.http.ErrorResponses;
import io.github.appkeys.admin.http.JsonObject;
import io.github.appkeys.core.issuance.CreatedPair;
import io.github.appkeys.core.issuance.NewRenewal;
import io.github.appkeys.core.pair.NewPair;
import io.github.appkeys.core.pair.Pair;

/** How a new appToken reaches the integrator: the field {@code delivery}. */
enum Delivery {

    /** In the response to the call; the caller passes it on. */
    RESPONSE {
        @Override
        CreatedPair create(AdminCall call, NewPair pair) {
            return call.pairs().create(pair, call.permissions().caller());
        }

        @Override
        CreatedPair renew(AdminCall call, Pair pair, NewRenewal renewal) {
            return call.renewals().start(pair, renewal, call.permissions().caller());
        }
    },

    /** By a claim link, which makes the appToken when it is used. */
    LINK {
        @Override
        CreatedPair create(AdminCall call, NewPair pair) {
            return call.pairs().createByLink(pair, call.permissions().maker());
        }

        @Override
        CreatedPair renew(AdminCall call, Pair pair, NewRenewal renewal) {
            return call.claimLinks().renew(pair, renewal, call.permissions().maker());
        }
    };

    /** Creates a pair whose appToken is delivered this way. */
    abstract CreatedPair create(AdminCall call, NewPair pair);

    /** Starts a renewal whose new appToken is delivered this way. */
    abstract CreatedPair renew(AdminCall call, Pair pair, NewRenewal renewal);

    /** {@link #RESPONSE} unless the object says otherwise; anything but the two names is a 400. */
    static Delivery read(JsonObject json) {
        return switch (json.text("delivery").orElse("RESPONSE")) {
            case "RESPONSE" -> RESPONSE;
            case "LINK" -> LINK;
            default -> throw ErrorResponses.badRequest("delivery must be \"RESPONSE\" or \"LINK\"");
        };
    }
}
