package dev.rollcall.presence.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LettersTests {

    @Test
    void givesEachEntryItsFirstLetterThatNoOtherHas() {
        var letters = new Letters(List.of("Break", "Back office", "Training", "1a"));

        assertThat(letters.of("Break")).contains("b");
        assertThat(letters.of("Back office")).contains("a");
        assertThat(letters.of("Training")).contains("t");
        assertThat(letters.of("1a")).isEmpty();
    }

    @Test
    void leavesTheLettersOfWhatIsAlwaysThereAlone() {
        var letters = new Letters(List.of("Lunch", "Meeting"));

        assertThat(letters.of("Lunch until 12:30")).contains("u");
        assertThat(letters.of("Lunch")).contains("l");
    }
}
