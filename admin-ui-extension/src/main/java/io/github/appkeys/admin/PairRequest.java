package io.github.appkeys.admin;

import io.github.appkeys.admin.access.AdminCall;
import io.github.appkeys.core.history.Act;
import io.github.appkeys.core.issuance.CreatedPair;
import io.github.appkeys.core.pair.NewPair;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.service.pairs.Adoption;
import io.github.appkeys.core.service.pairs.NewAdoption;
import org.keycloak.models.ClientModel;

/** What a caller asks for when creating a pair, read and checked by {@link PairInput#read}. */
sealed interface PairRequest {

    /**
     * Creates the pair. The client policies of the realm are applied to its client.
     *
     * @throws jakarta.ws.rs.ForbiddenException where the caller may not adopt the client
     * @throws io.github.appkeys.core.InvalidValueException where a rule or a client policy refuses the pair
     * @throws org.keycloak.models.ModelDuplicateException where the appKey is taken
     */
    CreatedPair create(AdminCall call);

    /** Notes in the history of the pair how it came to be. */
    void note(AdminCall call, Pair created);

    /** A pair with a new client. */
    record ForNewClient(NewPair pair, Delivery delivery) implements PairRequest {

        @Override
        public CreatedPair create(AdminCall call) {
            CreatedPair created = delivery.create(call, pair);
            call.permissions().policyCheck().checkNew(call.pairs().client(created.pair()));
            return created;
        }

        @Override
        public void note(AdminCall call, Pair created) {
            call.note(created, Act.CREATED, created.token(created.currentTokenId()));
            if (created.claim() != null) {
                call.note(created, Act.CLAIM_LINK_MADE, (Pair.Token) null);
            }
        }
    }

    /** A pair that is made to be found, and never opens anything. */
    record ForDecoy(NewPair pair) implements PairRequest {

        @Override
        public CreatedPair create(AdminCall call) {
            CreatedPair created = call.pairs().createDecoy(pair, call.permissions().caller());
            call.permissions().policyCheck().checkNew(call.pairs().client(created.pair()));
            return created;
        }

        @Override
        public void note(AdminCall call, Pair created) {
            call.note(created, Act.CREATED, (Pair.Token) null);
        }
    }

    /** A pair for an existing client, which becomes an API client. The appToken comes in the response. */
    record ForExistingClient(String clientId, NewAdoption adoption) implements PairRequest {

        @Override
        public CreatedPair create(AdminCall call) {
            ClientModel client = call.permissions().requireAdoptable(clientId);
            CreatedPair created = new Adoption(call.session(), call.realm())
                    .adopt(client, adoption, call.permissions().caller());
            call.permissions().policyCheck().checkAdopted(client);
            return created;
        }

        @Override
        public void note(AdminCall call, Pair created) {
            call.note(created, Act.ADOPTED, created.token(created.currentTokenId()));
        }
    }
}
