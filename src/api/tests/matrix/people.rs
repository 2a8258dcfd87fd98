//! Everybody there is: members of every role, visitors by every sort of link, and who has nothing to do with any home.

use super::scene::{
    CASES, DEAL, DEALS, ESTATE, HOMES, LABEL, TRUSTEE, deal_link, kept, kept_in_case, kept_in_deal, kept_in_estate,
    link,
};
use crate::tests::{Person, Server};
use model::access::Role;
use model::{ShareId, SpaceId};
use std::collections::BTreeMap;

/// Somebody, and what they are.
pub(super) struct Who {
    pub(super) name: &'static str,
    pub(super) person: Person,
    pub(super) roles: BTreeMap<SpaceId, Role>,
    /// The link by which they visit, and whether it still lets them in.
    pub(super) link: Option<(ShareId, bool)>,
    pub(super) signed_in: bool,
    pub(super) stepped_up: bool,
}

impl Who {
    /// Whether they visit by a link that takes entries or files: those for tradespeople and of deals do, and labels.
    pub(super) fn sends(&self) -> bool {
        self.provides() || self.link.is_some_and(|(id, _)| [1, 2, 7, LABEL].map(link).contains(&id))
    }

    /// Whether they visit by the link of a deal.
    pub(super) fn provides(&self) -> bool {
        self.link.is_some_and(|(id, _)| [0, 1].map(deal_link).contains(&id))
    }

    /// Whether they scanned a label, by which they see nothing.
    pub(super) fn scanned(&self) -> bool {
        self.link.is_some_and(|(id, _)| id == link(LABEL))
    }

    /// Whether they visit by a link of the scheme.
    fn looks_after(&self) -> bool {
        self.link.is_some_and(|(id, _)| [0, 2].map(|at| link(TRUSTEE + at)).contains(&id))
    }

    /// What stands in the homes and their deals and is not theirs to see. Who visits sees the first system of one home, or one deal.
    pub(super) fn hidden(&self) -> Vec<String> {
        let sees_home = !self.scanned() && !self.provides() && !self.looks_after();
        let of_link = self.link.filter(|_| sees_home).map(|(id, _)| usize::from(id == link(7)));
        let all = [(0, 1), (0, 2), (1, 1), (1, 2)];
        let is_hidden = |(home, number): &(usize, u8)| {
            !self.roles.contains_key(&HOMES[*home]) && (of_link != Some(*home) || *number == 2)
        };
        let is_apart = |home: &usize| {
            !self.roles.contains_key(&DEALS[*home]) && self.link.is_none_or(|(id, _)| id != deal_link(*home))
        };
        let deals = [0, 1].into_iter().filter(is_apart).map(kept_in_deal);
        let of_estate = [false, true]
            .into_iter()
            .filter(|hidden| !self.roles.contains_key(&ESTATE) && (*hidden || !self.looks_after()));
        let homes = all.into_iter().filter(is_hidden).map(|(home, number)| kept(home, number));
        let cases = [0, 1].into_iter().filter(|case| !self.roles.contains_key(&CASES[*case])).map(kept_in_case);
        homes.chain(deals).chain(of_estate.map(kept_in_estate)).chain(cases).collect()
    }
}

/// Everybody: who is a member, in the order of their roles, and who visits by which link.
pub(super) async fn people(
    server: &Server,
    members: [Person; 10],
    parties: [Person; 2],
    visits: Vec<(u128, Person)>,
) -> Vec<Who> {
    let names = [
        ("owner", Some((0, Role::Owner))),
        ("co-owner", Some((0, Role::CoOwner))),
        ("manager", Some((0, Role::Manager))),
        ("tenant", Some((0, Role::Tenant))),
        ("viewer", Some((0, Role::Viewer))),
        ("former co-owner", None),
        ("owner of another home", Some((1, Role::Owner))),
        ("viewer of another home", Some((1, Role::Viewer))),
        ("provider", Some((0, Role::Provider))),
        ("provider of another home", Some((1, Role::Provider))),
    ];
    let mut people = Vec::new();
    for ((name, role), person) in names.into_iter().zip(&members) {
        // Members of a home are what they are there in its deals too; its provider is in the deal alone.
        let held = |(home, role): (usize, Role)| {
            [(DEALS[home], role), (HOMES[home], role)].into_iter().take(if role == Role::Provider { 1 } else { 2 })
        };
        let mut roles: BTreeMap<_, _> = role.into_iter().flat_map(held).collect();
        if name == "owner" {
            roles.extend([ESTATE, CASES[0], CASES[1]].map(|space| (space, Role::Owner)));
        }
        let person = server.person_again(person).await;
        people.push(Who { name, person, roles, link: None, signed_in: true, stepped_up: true });
    }
    for (case, person) in parties.into_iter().enumerate() {
        let roles = BTreeMap::from([(CASES[case], Role::Provider)]);
        let name = ["party to a case", "party to another case"][case];
        people.push(Who { name, person, roles, link: None, signed_in: true, stepped_up: true });
    }
    let nobody =
        |name, person, link| Who { name, person, roles: BTreeMap::new(), link, signed_in: false, stepped_up: false };
    people.push(nobody("nobody", server.stranger(), None));
    people.push(nobody("passcode not given", server.stranger(), None));
    let stranger = server.person("stranger").await;
    people.push(Who {
        name: "signed-in stranger",
        person: stranger,
        roles: BTreeMap::new(),
        link: None,
        signed_in: true,
        stepped_up: true,
    });
    for (at, person) in visits {
        let (name, is_good) = match at {
            1 => ("tradesperson", true),
            2 => ("another tradesperson", true),
            3 => ("trustee", true),
            5 => ("visitor by a link that ran out", false),
            6 => ("visitor by a link that was ended", false),
            LABEL => ("who scanned a label", true),
            DEAL => ("provider by the link of a deal", true),
            TRUSTEE => ("trustee of a scheme by link", true),
            _ if at == TRUSTEE + 2 => ("trustee by a link that was ended", false),
            _ if at == DEAL + 1 => ("provider by the link of another home's deal", true),
            _ => ("tradesperson of another home", true),
        };
        people.push(nobody(name, person, Some((link(at), is_good))));
    }
    // Who has not proved to be there for a while.
    let late = server.person_again(&members[0]).await;
    server.app.clock.advance_ms(6 * 60 * 1000);
    for who in &mut people {
        who.stepped_up = false;
    }
    people.push(Who {
        name: "owner, not proved lately",
        person: late,
        roles: people[0].roles.clone(),
        link: None,
        signed_in: true,
        stepped_up: false,
    });
    for at in 0..people.len() - 1 {
        if people[at].signed_in {
            people[at].person = server.person_again(&people[at].person).await;
            people[at].stepped_up = true;
        }
    }
    people
}
