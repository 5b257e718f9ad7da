package io.github.appkeys.core.pair;

import static io.github.appkeys.core.Refusable.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.appkeys.core.Texts;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Label, description, contact and role names, for any text. */
class NamesPropertyTest {

    @Property
    void aLabelThatWasAcceptedStaysAsItIs(@ForAll(supplier = Texts.class) String text) {
        accepted(() -> Label.label(text)).ifPresent(label -> {
            assertThat(label).isNotBlank().hasSizeLessThanOrEqualTo(Label.MAX_LENGTH);
            assertThat(label.chars()).noneMatch(Character::isISOControl);
            assertThat(Label.label(label)).isEqualTo(label);
            assertThat(Label.label("  " + label + "\n")).isEqualTo(label);
        });
    }

    @Property
    void aDescriptionThatWasAcceptedStaysAsItIs(@ForAll(supplier = Texts.class) String text) {
        accepted(() -> String.valueOf(Label.description(text))).filter(description -> !description.equals("null"))
                .ifPresent(description -> {
                    assertThat(description).hasSizeLessThanOrEqualTo(Label.MAX_LENGTH).doesNotContain("\0");
                    assertThat(Label.description(description)).isEqualTo(description);
                });
    }

    @Property
    void aContactCannotBreakOutOfAHeader(@ForAll(supplier = Texts.class) String text) {
        accepted(() -> String.valueOf(Contact.contact(text))).filter(contact -> !contact.equals("null"))
                .ifPresent(contact -> {
                    assertThat(contact).hasSizeLessThanOrEqualTo(Contact.MAX_LENGTH).containsOnlyOnce("@")
                            .doesNotContainAnyWhitespaces();
                    assertThat(contact.chars()).noneMatch(Character::isISOControl);
                    assertThat(Contact.contact(contact)).isEqualTo(contact);
                });
    }

    @Property
    void aRoleIsAmongThoseThatItsTextMeans(@ForAll(supplier = Texts.class) String name,
            @ForAll(supplier = Texts.class) String client) {
        RoleRef ofClient = new RoleRef(name, client);
        RoleRef ofRealm = new RoleRef(name, null);

        assertThat(RoleRef.meantBy(ofClient.text())).contains(ofClient);
        assertThat(RoleRef.meantBy(ofRealm.text())).contains(ofRealm);
        assertThat(RoleRef.meantBy(name)).allSatisfy(ref -> assertThat(ref.text()).isEqualTo(name));
    }

    @Property
    void theCharactersOfAPairAreNoSpaces(@ForAll int character) {
        assertThat(PairCharacters.isAllowed(character) && PairCharacters.isSpace(character)).isFalse();
        assertThat(!PairCharacters.isAllowed(character) || character < 0x80).isTrue();
    }
}
