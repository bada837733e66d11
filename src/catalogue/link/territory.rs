//! The codes of a territory must exist, and mean what they seem to.

use crate::catalogue::{Area, Territory, department, departments, region, regions};
use crate::problems::Code;
use crate::record::{Line, closest};

use super::{Linker, unknown};

impl Linker<'_> {
    pub(super) fn check_territory(&mut self, territory: &Territory) {
        for code in &territory.departments {
            self.check_area(code, Code::UnknownDepartment, department(code).is_some(), departments());
        }
        for code in &territory.regions {
            self.check_area(code, Code::UnknownRegion, region(code).is_some(), regions());
            self.check_twin(code, &territory.departments);
        }
    }

    /// A code is suggested to those who typed the name.
    pub(super) fn check_area(&mut self, code: &Line, kind: Code, is_known: bool, areas: &[Area]) {
        if is_known {
            return;
        }
        let by_name = closest(code, areas.iter().map(|area| area.name.as_str()));
        let padded = format!("{:0>2}", code.value).to_uppercase();
        let near = areas.iter().find(|area| Some(area.name.as_str()) == by_name || area.code == padded);
        self.problems.push(unknown(kind, code, near.map(|area| area.code.as_str())));
    }

    /// A region and a department of one number lie far apart: whoever names both meant one.
    fn check_twin(&mut self, code: &Line, departments: &[Line]) {
        let Some(twin) = departments.iter().find(|department| department.value == code.value) else {
            return;
        };
        if let (Some(region), Some(department)) = (region(code), department(twin))
            // Some overseas collectivities bear one code as both.
            && department.region.as_ref() != Some(&region.code)
        {
            let problem = unknown(Code::TwinCode, code, None).related(twin.place);
            let problem = problem.with("region", region.name.as_str());
            self.problems.push(problem.with("department", department.name.as_str()));
        }
    }
}
