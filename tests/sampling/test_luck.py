"""The luck of people's lives: of the person, evenly spread, and the same numbers however they are asked for."""

import numpy as np
from numpy.random import Generator, Philox

from mobcalc.sampling.luck import LIVES, luck_of_people, middles, own_luck_of_people
from mobcalc.sampling.monte_carlo import lives, own_luck
from mobcalc.sampling.streams import _word, person_keys, uniforms_of_people


def test_a_persons_numbers_are_those_of_a_philox_of_the_seed_and_the_id():
    (found,) = uniforms_of_people(7, person_keys(["A1"]), LIVES, 3, (4,))
    key = np.array([7, int(person_keys(["A1"])[0])], np.uint64)
    alone = Generator(Philox(key=key, counter=np.array([0, 0, _word(LIVES), 3], np.uint64)))
    np.testing.assert_array_equal(found, alone.random(4))


def test_an_id_is_its_sha_256():
    assert f"{int(person_keys([''])[0]):016x}" == "141cfc9842c4b0e3"


def test_each_kind_is_spread_evenly_over_a_persons_lives():
    keys = person_keys(["A", "B", "C"])
    luck = luck_of_people(0, keys, 0, 100, 5)
    for kind in (luck.moving, luck.staying, luck.death):
        np.testing.assert_array_equal(np.sort((kind * 100).astype(int), axis=1), np.tile(np.arange(100), (3, 1)))
    np.testing.assert_array_equal(np.sort(luck.pay, axis=1), np.tile(middles(100), (3, 1)))
    own = own_luck_of_people(0, keys, "certificate", 0, 100)
    np.testing.assert_array_equal(np.sort(own, axis=1), np.tile(middles(100), (3, 1)))
    assert abs(np.corrcoef(luck.pay.ravel(), own.ravel())[0, 1]) < 0.2
    assert luck.work.shape == (5, 3, 100)


def test_longer_lives_begin_alike_and_others_change_nothing():
    short, long = (luck_of_people(0, person_keys(["A"]), 0, 50, years) for years in (4, 9))
    np.testing.assert_array_equal(short.work, long.work[:4])
    np.testing.assert_array_equal(short.pay, long.pay)
    both = luck_of_people(0, person_keys(["B", "A"]), 0, 50, 4)
    np.testing.assert_array_equal(both.work[:, 1], short.work[:, 0])


def test_one_persons_lives_come_in_blocks_of_them():
    first, second = lives(0, 6, 150, 100, "A")
    assert (len(first.pay), len(second.pay)) == (100, 50)
    luck = luck_of_people(0, person_keys(["A"]), 1, 50, 6)
    np.testing.assert_array_equal(second.work, luck.work[:, 0].T)
    np.testing.assert_array_equal(second.death[:, 0], luck.death[0])
    assert [len(own) for own in own_luck(0, "certificate", 150, 100, "A")] == [100, 50]
