package io.pix2pix.server.http;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BodyBudgetTest {
  @Test
  void bodiesAreReadWhileThereIsRoomForThem() {
    var budget = new BodyBudget(10);
    budget.take(6);
    assertThatThrownBy(() -> budget.take(5)).isInstanceOf(ProblemException.class);
    budget.take(4);
    budget.giveBack(6);
    budget.take(5);
  }
}
